package procfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import libc.netinet.Tcp;
import org.junit.jupiter.api.Test;

class StateIT {

    /** The header has all but NEW_SYN_RECV, which is the kernel's alone. */
    @Test
    void numbersAreTheHeaders() throws Exception {
        for (State state : State.values()) {
            int value = state == State.TCP_NEW_SYN_RECV ? Tcp.TCP_CLOSING + 1
                    : Tcp.class.getField(state.name()).getInt(null);
            assertEquals(value, state.value(), state.name());
            assertEquals(state, State.of(value));
        }
    }

    @Test
    void refusesOtherNumbers() {
        assertThrows(IllegalArgumentException.class, () -> State.of(0));
        assertThrows(IllegalArgumentException.class, () -> State.of(13));
    }
}
