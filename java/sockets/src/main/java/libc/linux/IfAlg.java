package libc.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.Struct;

/**
 * {@code <linux/if_alg.h>}: the kernel's cryptography through sockets, AF_ALG.
 *
 * @see <a href="https://docs.kernel.org/crypto/userspace-if.html">docs.kernel.org: userspace-if</a>
 */
public class IfAlg extends libc.sys.Socket {

    /** byte[], level SOL_ALG: key. */
    public static final int ALG_SET_KEY = 1;
    /** Control message, struct af_alg_iv: initialization vector. */
    public static final int ALG_SET_IV = 2;
    /** Control message, u32: ALG_OP_*. */
    public static final int ALG_SET_OP = 3;
    /** Control message, u32, bytes: associated data before the text. */
    public static final int ALG_SET_AEAD_ASSOCLEN = 4;
    /** optlen alone, bytes, level SOL_ALG: authentication tag. */
    public static final int ALG_SET_AEAD_AUTHSIZE = 5;
    /** byte[], level SOL_ALG: entropy of a random generator, for tests. */
    public static final int ALG_SET_DRBG_ENTROPY = 6;
    /** Operation: decrypts. */
    public static final int ALG_OP_DECRYPT = 0;
    /** Operation: encrypts. */
    public static final int ALG_OP_ENCRYPT = 1;

    /** Not to be made: a header's class has only static members. */
    protected IfAlg() {}

    /**
     * {@code struct sockaddr_alg}: the address of an AF_ALG socket, an algorithm.
     */
    public static final class sockaddr_alg extends sockaddr {
        /** AF_ALG. */
        public int salg_family;
        /** Kind: "hash", "skcipher", "aead", "rng". */
        public final byte[] salg_type = new byte[14];
        /** 0. */
        public int salg_feat;
        /** 0. */
        public int salg_mask;
        /** Name, as "cbc(aes)". */
        public final byte[] salg_name = new byte[64];

        /** {@code struct sockaddr_alg a = {0}}. */
        public sockaddr_alg() {}

        /**
         * {@code struct sockaddr_alg a = {salg_family, salg_type, salg_feat, salg_mask, salg_name}}.
         *
         * @param salg_family AF_ALG
         * @param salg_type kind: "hash", "skcipher", "aead", "rng"
         * @param salg_feat 0
         * @param salg_mask 0
         * @param salg_name name, as "cbc(aes)"
         */
        public sockaddr_alg(int salg_family, byte[] salg_type, int salg_feat, int salg_mask, byte[] salg_name) {
            this.salg_family = salg_family;
            System.arraycopy(salg_type, 0, this.salg_type, 0, salg_type.length);
            this.salg_feat = salg_feat;
            this.salg_mask = salg_mask;
            System.arraycopy(salg_name, 0, this.salg_name, 0, salg_name.length);
        }

        /**
         * {@code (struct sockaddr_alg *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_alg(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_alg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_alg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_alg[] array(int n) {
            return filled(new sockaddr_alg[n], sockaddr_alg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_alg from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return salg_family;
        }

        @Override
        public void sa_family(int family) {
            salg_family = family;
        }

        @Override
        protected void fields(Fields f) {
            salg_family = f.uint16("salg_family", salg_family);
            f.bytes("salg_type", salg_type);
            salg_feat = f.int32("salg_feat", salg_feat);
            salg_mask = f.int32("salg_mask", salg_mask);
            f.bytes("salg_name", salg_name);
        }
    }

    /**
     * {@code struct af_alg_iv}: an initialization vector, the control message ALG_SET_IV.
     */
    public static final class af_alg_iv extends Struct {
        private static final int SIZE = 4;

        private final ByteBuffer memory;

        /** {@code struct af_alg_iv a = {0}}, in memory of its own. */
        public af_alg_iv() {
            this(ByteBuffer.allocate(SIZE));
        }

        /**
         * {@code struct af_alg_iv a = {ivlen}}, in memory of its own.
         *
         * @param ivlen bytes of the vector
         */
        public af_alg_iv(int ivlen) {
            this();
            ivlen(ivlen);
        }

        /**
         * {@code (struct af_alg_iv *) memory}: what is set is set there.
         *
         * @param memory the buffer, from its position on, which stays
         */
        public af_alg_iv(ByteBuffer memory) {
            this.memory = memory.slice().order(ByteOrder.nativeOrder());
        }

        /**
         * {@code (struct af_alg_iv *) memory}: what is set is set there.
         *
         * @param memory the array
         */
        public af_alg_iv(byte[] memory) {
            this(ByteBuffer.wrap(memory));
        }

        /**
         * {@code (struct af_alg_iv *) (memory + off)}: what is set is set there.
         *
         * @param memory the array
         * @param off where in the array
         * @throws IndexOutOfBoundsException if that is outside the array
         */
        public af_alg_iv(byte[] memory, int off) {
            this(ByteBuffer.wrap(memory, off, memory.length - off));
        }

        /**
         * {@code struct af_alg_iv a[n]}, each in memory of its own.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static af_alg_iv[] array(int n) {
            return filled(new af_alg_iv[n], af_alg_iv::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(af_alg_iv from) {
            copy(from);
        }

        /**
         * {@code ivlen}.
         *
         * @return bytes of the vector
         */
        public int ivlen() {
            return memory.getInt(0);
        }

        /**
         * {@code ivlen}.
         *
         * @param ivlen bytes of the vector
         */
        public void ivlen(int ivlen) {
            memory.putInt(0, ivlen);
        }

        /**
         * {@code iv}: the vector, behind the struct in its memory.
         *
         * @return the memory behind it, to its end
         */
        public ByteBuffer iv() {
            return memory.slice(SIZE, memory.limit() - SIZE);
        }

        @Override
        protected void fields(Fields f) {
            if (f.memory(memory, SIZE, 4)) {
                f.int32("ivlen", ivlen());
            }
        }
    }
}
