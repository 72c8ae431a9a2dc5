package selftest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs once on each of some transports. Its parameters are the {@link Transport} and its {@link Sockets}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(OnTransports.class)
public @interface On {

    /** On which. */
    Group[] value();

    /** Of those, on which not. */
    Group[] except() default {};

    /** Why it says nothing of the other transports. */
    String otherwise() default "";

    /** Whether the caller has to be root. */
    boolean root() default false;
}
