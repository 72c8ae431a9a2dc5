package libc.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Collection;
import libc.tools.Prototypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of what is printed of calls. */
@Tag("once")
class TableIT {

    /** A function that returns nothing needs another result than one that does, and so does one that returns 64 bits. */
    @Test
    void everyFunctionThatIsCalledIsInTheTableWithAllItsArguments() {
        List<String> wrong = new ArrayList<>();
        for (String function : Prototypes.functions()) {
            String prototype = Prototypes.of(function);
            Row row = Table.row(function);
            if ((row == null) != Table.UNSEEN.contains(function)) {
                wrong.add(function + (row == null ? " is not in the table" : " is not to be seen"));
            } else if (row != null && (row.arguments().size() != parameters(prototype)
                    || (row.result() == Result.VOID) != prototype.startsWith("void ")
                    || row.result().isWide() != isWide(prototype))) {
                wrong.add(prototype + " has another row");
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static int parameters(String prototype) {
        String list = prototype.substring(prototype.indexOf('(') + 1, prototype.lastIndexOf(')'));
        return list.equals("void") ? 0 : list.split(",").length;
    }

    /** A ssize_t is as narrow as what Java's arrays hold. */
    private static boolean isWide(String prototype) {
        String result = prototype.substring(0, prototype.indexOf('('));
        return result.contains("*") || result.startsWith("long ") || result.startsWith("sighandler_t");
    }

    @Test
    void theTableHasNothingElse() {
        Collection<String> functions = Prototypes.functions();
        assertEquals(List.of(), Table.functions().stream().filter(name -> !functions.contains(name)).toList());
        assertEquals(List.of(), Table.UNSEEN.stream().filter(name -> !functions.contains(name)).toList());
    }
}
