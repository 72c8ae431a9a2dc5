package procfs;

/**
 * A process that has a socket open.
 *
 * @param pid the process
 * @param fd its descriptor
 * @param command the process's name, as {@code /proc/PID/comm} has it
 */
public record Owner(int pid, int fd, String command) {}
