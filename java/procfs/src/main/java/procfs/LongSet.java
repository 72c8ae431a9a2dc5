package procfs;

/** Numbers, each once. It makes no object for a number. */
final class LongSet {

    private long[] slots = new long[64];
    private int size;

    /** Puts a number in; answers whether it was not there. 0 is never there. */
    boolean add(long number) {
        if (number == 0) {
            return true;
        } else if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        size++;
        return true;
    }

    /** Where a number is, or would be. */
    private int slot(long number) {
        int slot = Long.hashCode(number * 0x9e3779b97f4a7c15L) >>> 1 & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long number : old) {
            if (number != 0) {
                slots[slot(number)] = number;
            }
        }
    }
}
