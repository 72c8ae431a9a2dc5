package libc.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import libc.internal.Libc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of what is printed of calls. */
@Tag("once")
class TableIT {

    /** A function that answers nothing needs another result than one that does. */
    @Test
    void everyFunctionOfTheSeamIsInTheTableWithAllItsArguments() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> family : Libc.class.getDeclaredClasses()) {
            for (Method function : family.getMethods()) {
                Row row = Table.row(function.getName());
                if ((row == null) != Table.UNSEEN.contains(function.getName())) {
                    wrong.add(function.getName() + (row == null ? " is not in the table" : " is not to be seen"));
                } else if (row != null && (row.arguments().size() != function.getParameterCount()
                        || (row.result() == Result.VOID) != (function.getReturnType() == void.class))) {
                    wrong.add(function + " has another row");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTableHasNothingElse() {
        List<String> functions = Arrays.stream(Libc.class.getDeclaredClasses())
                .flatMap(family -> Arrays.stream(family.getMethods())).map(Method::getName).toList();
        assertEquals(List.of(), Table.functions().stream().filter(name -> !functions.contains(name)).toList());
        assertEquals(List.of(), Table.UNSEEN.stream().filter(name -> !functions.contains(name)).toList());
    }
}
