package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/tls.h>}: TLS records by the kernel: the options and control messages at level SOL_TLS of a TCP
 * socket with TCP_ULP "tls".
 *
 * @see <a href="https://docs.kernel.org/networking/tls.html">docs.kernel.org: tls</a>
 */
public class Tls extends libc.sys.Types {

    /** struct tls12_crypto_info_* by cipher: encrypts what is sent. */
    public static final int TLS_TX = 1;
    /** struct tls12_crypto_info_* by cipher: decrypts what is received. */
    public static final int TLS_RX = 2;
    /** int boolean: sendfile(2) does not copy; the file must not change meanwhile. */
    public static final int TLS_TX_ZEROCOPY_RO = 3;
    /** int boolean: expects records without padding, decrypting faster. */
    public static final int TLS_RX_EXPECT_NO_PAD = 4;

    /** Control message, one byte: type of the record to send. */
    public static final int TLS_SET_RECORD_TYPE = 1;
    /** Control message, one byte: type of the record received. */
    public static final int TLS_GET_RECORD_TYPE = 2;

    /** TLS 1.2: major number. */
    public static final int TLS_1_2_VERSION_MAJOR = 0x3;
    /** TLS 1.2: minor number. */
    public static final int TLS_1_2_VERSION_MINOR = 0x3;
    /** TLS 1.2, in struct tls_crypto_info. */
    public static final int TLS_1_2_VERSION = 0x303;
    /** TLS 1.3: major number. */
    public static final int TLS_1_3_VERSION_MAJOR = 0x3;
    /** TLS 1.3: minor number. */
    public static final int TLS_1_3_VERSION_MINOR = 0x4;
    /** TLS 1.3, in struct tls_crypto_info. */
    public static final int TLS_1_3_VERSION = 0x304;

    /** Cipher: AES-GCM with a 128-bit key. */
    public static final int TLS_CIPHER_AES_GCM_128 = 51;
    /** AES-GCM with a 128-bit key: bytes of the initialization vector. */
    public static final int TLS_CIPHER_AES_GCM_128_IV_SIZE = 8;
    /** AES-GCM with a 128-bit key: bytes of the key. */
    public static final int TLS_CIPHER_AES_GCM_128_KEY_SIZE = 16;
    /** AES-GCM with a 128-bit key: bytes of the salt. */
    public static final int TLS_CIPHER_AES_GCM_128_SALT_SIZE = 4;
    /** AES-GCM with a 128-bit key: bytes of the authentication tag. */
    public static final int TLS_CIPHER_AES_GCM_128_TAG_SIZE = 16;
    /** AES-GCM with a 128-bit key: bytes of the record sequence number. */
    public static final int TLS_CIPHER_AES_GCM_128_REC_SEQ_SIZE = 8;

    /** Cipher: AES-GCM with a 256-bit key. */
    public static final int TLS_CIPHER_AES_GCM_256 = 52;
    /** AES-GCM with a 256-bit key: bytes of the initialization vector. */
    public static final int TLS_CIPHER_AES_GCM_256_IV_SIZE = 8;
    /** AES-GCM with a 256-bit key: bytes of the key. */
    public static final int TLS_CIPHER_AES_GCM_256_KEY_SIZE = 32;
    /** AES-GCM with a 256-bit key: bytes of the salt. */
    public static final int TLS_CIPHER_AES_GCM_256_SALT_SIZE = 4;
    /** AES-GCM with a 256-bit key: bytes of the authentication tag. */
    public static final int TLS_CIPHER_AES_GCM_256_TAG_SIZE = 16;
    /** AES-GCM with a 256-bit key: bytes of the record sequence number. */
    public static final int TLS_CIPHER_AES_GCM_256_REC_SEQ_SIZE = 8;

    /** Cipher: AES-CCM with a 128-bit key. */
    public static final int TLS_CIPHER_AES_CCM_128 = 53;
    /** AES-CCM with a 128-bit key: bytes of the initialization vector. */
    public static final int TLS_CIPHER_AES_CCM_128_IV_SIZE = 8;
    /** AES-CCM with a 128-bit key: bytes of the key. */
    public static final int TLS_CIPHER_AES_CCM_128_KEY_SIZE = 16;
    /** AES-CCM with a 128-bit key: bytes of the salt. */
    public static final int TLS_CIPHER_AES_CCM_128_SALT_SIZE = 4;
    /** AES-CCM with a 128-bit key: bytes of the authentication tag. */
    public static final int TLS_CIPHER_AES_CCM_128_TAG_SIZE = 16;
    /** AES-CCM with a 128-bit key: bytes of the record sequence number. */
    public static final int TLS_CIPHER_AES_CCM_128_REC_SEQ_SIZE = 8;

    /** Cipher: ChaCha20-Poly1305. */
    public static final int TLS_CIPHER_CHACHA20_POLY1305 = 54;
    /** ChaCha20-Poly1305: bytes of the initialization vector. */
    public static final int TLS_CIPHER_CHACHA20_POLY1305_IV_SIZE = 12;
    /** ChaCha20-Poly1305: bytes of the key. */
    public static final int TLS_CIPHER_CHACHA20_POLY1305_KEY_SIZE = 32;
    /** ChaCha20-Poly1305: bytes of the salt. */
    public static final int TLS_CIPHER_CHACHA20_POLY1305_SALT_SIZE = 0;
    /** ChaCha20-Poly1305: bytes of the authentication tag. */
    public static final int TLS_CIPHER_CHACHA20_POLY1305_TAG_SIZE = 16;
    /** ChaCha20-Poly1305: bytes of the record sequence number. */
    public static final int TLS_CIPHER_CHACHA20_POLY1305_REC_SEQ_SIZE = 8;

    /** Cipher: SM4-GCM. */
    public static final int TLS_CIPHER_SM4_GCM = 55;
    /** SM4-GCM: bytes of the initialization vector. */
    public static final int TLS_CIPHER_SM4_GCM_IV_SIZE = 8;
    /** SM4-GCM: bytes of the key. */
    public static final int TLS_CIPHER_SM4_GCM_KEY_SIZE = 16;
    /** SM4-GCM: bytes of the salt. */
    public static final int TLS_CIPHER_SM4_GCM_SALT_SIZE = 4;
    /** SM4-GCM: bytes of the authentication tag. */
    public static final int TLS_CIPHER_SM4_GCM_TAG_SIZE = 16;
    /** SM4-GCM: bytes of the record sequence number. */
    public static final int TLS_CIPHER_SM4_GCM_REC_SEQ_SIZE = 8;

    /** Cipher: SM4-CCM. */
    public static final int TLS_CIPHER_SM4_CCM = 56;
    /** SM4-CCM: bytes of the initialization vector. */
    public static final int TLS_CIPHER_SM4_CCM_IV_SIZE = 8;
    /** SM4-CCM: bytes of the key. */
    public static final int TLS_CIPHER_SM4_CCM_KEY_SIZE = 16;
    /** SM4-CCM: bytes of the salt. */
    public static final int TLS_CIPHER_SM4_CCM_SALT_SIZE = 4;
    /** SM4-CCM: bytes of the authentication tag. */
    public static final int TLS_CIPHER_SM4_CCM_TAG_SIZE = 16;
    /** SM4-CCM: bytes of the record sequence number. */
    public static final int TLS_CIPHER_SM4_CCM_REC_SEQ_SIZE = 8;

    /** Cipher: ARIA-GCM with a 128-bit key. */
    public static final int TLS_CIPHER_ARIA_GCM_128 = 57;
    /** ARIA-GCM with a 128-bit key: bytes of the initialization vector. */
    public static final int TLS_CIPHER_ARIA_GCM_128_IV_SIZE = 8;
    /** ARIA-GCM with a 128-bit key: bytes of the key. */
    public static final int TLS_CIPHER_ARIA_GCM_128_KEY_SIZE = 16;
    /** ARIA-GCM with a 128-bit key: bytes of the salt. */
    public static final int TLS_CIPHER_ARIA_GCM_128_SALT_SIZE = 4;
    /** ARIA-GCM with a 128-bit key: bytes of the authentication tag. */
    public static final int TLS_CIPHER_ARIA_GCM_128_TAG_SIZE = 16;
    /** ARIA-GCM with a 128-bit key: bytes of the record sequence number. */
    public static final int TLS_CIPHER_ARIA_GCM_128_REC_SEQ_SIZE = 8;

    /** Cipher: ARIA-GCM with a 256-bit key. */
    public static final int TLS_CIPHER_ARIA_GCM_256 = 58;
    /** ARIA-GCM with a 256-bit key: bytes of the initialization vector. */
    public static final int TLS_CIPHER_ARIA_GCM_256_IV_SIZE = 8;
    /** ARIA-GCM with a 256-bit key: bytes of the key. */
    public static final int TLS_CIPHER_ARIA_GCM_256_KEY_SIZE = 32;
    /** ARIA-GCM with a 256-bit key: bytes of the salt. */
    public static final int TLS_CIPHER_ARIA_GCM_256_SALT_SIZE = 4;
    /** ARIA-GCM with a 256-bit key: bytes of the authentication tag. */
    public static final int TLS_CIPHER_ARIA_GCM_256_TAG_SIZE = 16;
    /** ARIA-GCM with a 256-bit key: bytes of the record sequence number. */
    public static final int TLS_CIPHER_ARIA_GCM_256_REC_SEQ_SIZE = 8;

    /** Configuration: not by TLS. */
    public static final int TLS_CONF_BASE = 1;
    /** Configuration: the kernel encrypts. */
    public static final int TLS_CONF_SW = 2;
    /** Configuration: the device encrypts. */
    public static final int TLS_CONF_HW = 3;
    /** Configuration: the device does all of TLS. */
    public static final int TLS_CONF_HW_RECORD = 4;

    /** Diagnostic attribute: none. */
    public static final int TLS_INFO_UNSPEC = 0;
    /** Diagnostic attribute, u16: version. */
    public static final int TLS_INFO_VERSION = 0x1;
    /** Diagnostic attribute, u16: cipher. */
    public static final int TLS_INFO_CIPHER = 2;
    /** Diagnostic attribute, u16: configuration of sending, TLS_CONF_*. */
    public static final int TLS_INFO_TXCONF = 3;
    /** Diagnostic attribute, u16: configuration of receiving, TLS_CONF_*. */
    public static final int TLS_INFO_RXCONF = 4;
    /** Diagnostic attribute, flag: TLS_TX_ZEROCOPY_RO is on. */
    public static final int TLS_INFO_ZC_RO_TX = 5;
    /** Diagnostic attribute, flag: TLS_RX_EXPECT_NO_PAD is on. */
    public static final int TLS_INFO_RX_NO_PAD = 6;
    /** Largest of TLS_INFO_*. */
    public static final int TLS_INFO_MAX = 6;

    /** Not to be made: a header's class has only static members. */
    protected Tls() {}

    /**
     * {@code struct tls_crypto_info}: what every cipher's parameters begin with.
     */
    public static final class tls_crypto_info extends Struct {
        /** TLS_1_2_VERSION or TLS_1_3_VERSION. */
        public int version;
        /** Cipher, TLS_CIPHER_*. */
        public int cipher_type;

        /** {@code struct tls_crypto_info a = {0}}. */
        public tls_crypto_info() {}

        /**
         * {@code struct tls_crypto_info a = {version, cipher_type}}.
         *
         * @param version TLS_1_2_VERSION or TLS_1_3_VERSION
         * @param cipher_type cipher, TLS_CIPHER_*
         */
        public tls_crypto_info(int version, int cipher_type) {
            this.version = version;
            this.cipher_type = cipher_type;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls_crypto_info(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls_crypto_info a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls_crypto_info[] array(int n) {
            return filled(new tls_crypto_info[n], tls_crypto_info::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls_crypto_info from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            version = f.uint16("version", version);
            cipher_type = f.uint16("cipher_type", cipher_type);
        }
    }

    /**
     * {@code struct tls12_crypto_info_aes_gcm_128}: the value of TLS_TX and TLS_RX for AES-GCM with a 128-bit key.
     */
    public static final class tls12_crypto_info_aes_gcm_128 extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[8];
        /** Key. */
        public final byte[] key = new byte[16];
        /** Salt. */
        public final byte[] salt = new byte[4];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_aes_gcm_128 a = {0}}. */
        public tls12_crypto_info_aes_gcm_128() {}

        /**
         * {@code struct tls12_crypto_info_aes_gcm_128 a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_aes_gcm_128(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt, byte[] rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_aes_gcm_128(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_aes_gcm_128 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_aes_gcm_128[] array(int n) {
            return filled(new tls12_crypto_info_aes_gcm_128[n], tls12_crypto_info_aes_gcm_128::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_aes_gcm_128 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }

    /**
     * {@code struct tls12_crypto_info_aes_gcm_256}: the value of TLS_TX and TLS_RX for AES-GCM with a 256-bit key.
     */
    public static final class tls12_crypto_info_aes_gcm_256 extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[8];
        /** Key. */
        public final byte[] key = new byte[32];
        /** Salt. */
        public final byte[] salt = new byte[4];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_aes_gcm_256 a = {0}}. */
        public tls12_crypto_info_aes_gcm_256() {}

        /**
         * {@code struct tls12_crypto_info_aes_gcm_256 a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_aes_gcm_256(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt, byte[] rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_aes_gcm_256(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_aes_gcm_256 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_aes_gcm_256[] array(int n) {
            return filled(new tls12_crypto_info_aes_gcm_256[n], tls12_crypto_info_aes_gcm_256::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_aes_gcm_256 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }

    /**
     * {@code struct tls12_crypto_info_aes_ccm_128}: the value of TLS_TX and TLS_RX for AES-CCM with a 128-bit key.
     */
    public static final class tls12_crypto_info_aes_ccm_128 extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[8];
        /** Key. */
        public final byte[] key = new byte[16];
        /** Salt. */
        public final byte[] salt = new byte[4];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_aes_ccm_128 a = {0}}. */
        public tls12_crypto_info_aes_ccm_128() {}

        /**
         * {@code struct tls12_crypto_info_aes_ccm_128 a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_aes_ccm_128(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt, byte[] rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_aes_ccm_128(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_aes_ccm_128 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_aes_ccm_128[] array(int n) {
            return filled(new tls12_crypto_info_aes_ccm_128[n], tls12_crypto_info_aes_ccm_128::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_aes_ccm_128 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }

    /**
     * {@code struct tls12_crypto_info_chacha20_poly1305}: the value of TLS_TX and TLS_RX for ChaCha20-Poly1305.
     */
    public static final class tls12_crypto_info_chacha20_poly1305 extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[12];
        /** Key. */
        public final byte[] key = new byte[32];
        /** Salt. */
        public final byte[] salt = new byte[0];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_chacha20_poly1305 a = {0}}. */
        public tls12_crypto_info_chacha20_poly1305() {}

        /**
         * {@code struct tls12_crypto_info_chacha20_poly1305 a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_chacha20_poly1305(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt,
                byte[] rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_chacha20_poly1305(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_chacha20_poly1305 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_chacha20_poly1305[] array(int n) {
            return filled(new tls12_crypto_info_chacha20_poly1305[n], tls12_crypto_info_chacha20_poly1305::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_chacha20_poly1305 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }

    /**
     * {@code struct tls12_crypto_info_sm4_gcm}: the value of TLS_TX and TLS_RX for SM4-GCM.
     */
    public static final class tls12_crypto_info_sm4_gcm extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[8];
        /** Key. */
        public final byte[] key = new byte[16];
        /** Salt. */
        public final byte[] salt = new byte[4];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_sm4_gcm a = {0}}. */
        public tls12_crypto_info_sm4_gcm() {}

        /**
         * {@code struct tls12_crypto_info_sm4_gcm a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_sm4_gcm(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt, byte[] rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_sm4_gcm(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_sm4_gcm a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_sm4_gcm[] array(int n) {
            return filled(new tls12_crypto_info_sm4_gcm[n], tls12_crypto_info_sm4_gcm::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_sm4_gcm from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }

    /**
     * {@code struct tls12_crypto_info_sm4_ccm}: the value of TLS_TX and TLS_RX for SM4-CCM.
     */
    public static final class tls12_crypto_info_sm4_ccm extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[8];
        /** Key. */
        public final byte[] key = new byte[16];
        /** Salt. */
        public final byte[] salt = new byte[4];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_sm4_ccm a = {0}}. */
        public tls12_crypto_info_sm4_ccm() {}

        /**
         * {@code struct tls12_crypto_info_sm4_ccm a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_sm4_ccm(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt, byte[] rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_sm4_ccm(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_sm4_ccm a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_sm4_ccm[] array(int n) {
            return filled(new tls12_crypto_info_sm4_ccm[n], tls12_crypto_info_sm4_ccm::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_sm4_ccm from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }

    /**
     * {@code struct tls12_crypto_info_aria_gcm_128}: the value of TLS_TX and TLS_RX for ARIA-GCM with a 128-bit
     * key.
     */
    public static final class tls12_crypto_info_aria_gcm_128 extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[8];
        /** Key. */
        public final byte[] key = new byte[16];
        /** Salt. */
        public final byte[] salt = new byte[4];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_aria_gcm_128 a = {0}}. */
        public tls12_crypto_info_aria_gcm_128() {}

        /**
         * {@code struct tls12_crypto_info_aria_gcm_128 a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_aria_gcm_128(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt, byte[]
                rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_aria_gcm_128(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_aria_gcm_128 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_aria_gcm_128[] array(int n) {
            return filled(new tls12_crypto_info_aria_gcm_128[n], tls12_crypto_info_aria_gcm_128::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_aria_gcm_128 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }

    /**
     * {@code struct tls12_crypto_info_aria_gcm_256}: the value of TLS_TX and TLS_RX for ARIA-GCM with a 256-bit
     * key.
     */
    public static final class tls12_crypto_info_aria_gcm_256 extends Struct {
        /** Version and cipher. */
        public final tls_crypto_info info = new tls_crypto_info();
        /** Initialization vector. */
        public final byte[] iv = new byte[8];
        /** Key. */
        public final byte[] key = new byte[32];
        /** Salt. */
        public final byte[] salt = new byte[4];
        /** Sequence number of the next record. */
        public final byte[] rec_seq = new byte[8];

        /** {@code struct tls12_crypto_info_aria_gcm_256 a = {0}}. */
        public tls12_crypto_info_aria_gcm_256() {}

        /**
         * {@code struct tls12_crypto_info_aria_gcm_256 a = {info, iv, key, salt, rec_seq}}.
         *
         * @param info version and cipher
         * @param iv initialization vector
         * @param key key
         * @param salt salt
         * @param rec_seq sequence number of the next record
         */
        public tls12_crypto_info_aria_gcm_256(tls_crypto_info info, byte[] iv, byte[] key, byte[] salt, byte[]
                rec_seq) {
            this.info.set(info);
            System.arraycopy(iv, 0, this.iv, 0, iv.length);
            System.arraycopy(key, 0, this.key, 0, key.length);
            System.arraycopy(salt, 0, this.salt, 0, salt.length);
            System.arraycopy(rec_seq, 0, this.rec_seq, 0, rec_seq.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tls12_crypto_info_aria_gcm_256(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tls12_crypto_info_aria_gcm_256 a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tls12_crypto_info_aria_gcm_256[] array(int n) {
            return filled(new tls12_crypto_info_aria_gcm_256[n], tls12_crypto_info_aria_gcm_256::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tls12_crypto_info_aria_gcm_256 from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("info", info);
            f.bytes("iv", iv);
            f.bytes("key", key);
            f.bytes("salt", salt);
            f.bytes("rec_seq", rec_seq);
        }
    }
}
