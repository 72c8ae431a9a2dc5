package procfs;

import static libc.Errno.EACCES;
import static libc.Errno.EAFNOSUPPORT;
import static libc.Errno.ENOENT;
import static libc.Errno.EPERM;
import static libc.Errno.EPROTONOSUPPORT;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import libc.ErrnoException;

/** Reads what a query asks for, kind by kind, from the sources that it allows. */
final class Sources {

    private final Query query;
    private final List<SocketEntry> entries = new ArrayList<>();
    private final Set<Kind> lacking = EnumSet.noneOf(Kind.class);

    Sources(Query query) throws IOException {
        this.query = query;
        if (tables().equals(Namespace.OWN.tables())) {
            query.namespace().call(this::read); // only in there are those its tables
        } else {
            read();
        }
        if (query.source() != Source.AUTO && !lacking.isEmpty() && query.kinds().size() < Kind.values().length) {
            throw new IOException((query.source() == Source.DIAG ? "sock_diag" : tables()) + " has no table of " + lacking);
        }
    }

    /** The sockets, in the order of their kinds. */
    List<SocketEntry> entries() {
        return entries;
    }

    /** The kinds of which no source that the query allows has a table. */
    Set<Kind> lacking() {
        return lacking;
    }

    private Path tables() {
        return query.namespace().tables();
    }

    private Void read() throws IOException {
        try (SockDiag diag = open()) {
            for (Kind kind : Kind.values()) {
                if (query.kinds().contains(kind) && !fromDiag(diag, kind) && !fromProc(kind)) {
                    lacking.add(kind);
                }
            }
        }
        return null;
    }

    /** Null if it is not to be asked, or, where /proc will do, not to be had. */
    private SockDiag open() throws IOException {
        if (query.source() == Source.PROC) {
            return null;
        }
        try {
            return SockDiag.open(query.namespace());
        } catch (AccessDeniedException e) {
            if (query.source() == Source.DIAG) {
                throw e;
            }
            return null;
        } catch (ErrnoException e) {
            if (query.source() == Source.DIAG || !isLacking(e)) {
                throw e;
            }
            return null;
        }
    }

    private boolean fromDiag(SockDiag diag, Kind kind) throws IOException {
        if (diag == null) {
            return false;
        }
        try {
            entries.addAll(diag.entries(kind, query));
            return true;
        } catch (ErrnoException e) {
            if (!isLacking(e)) {
                throw e;
            }
            return false;
        }
    }

    private boolean fromProc(Kind kind) throws IOException {
        if (query.source() == Source.DIAG) {
            return false;
        }
        try {
            entries.addAll(ProcNet.entries(tables(), kind, query));
            return true;
        } catch (NoSuchFileException e) {
            if (!Files.exists(tables())) {
                throw e;
            }
            return false;
        }
    }

    /** Not there, or not permitted. */
    private static boolean isLacking(ErrnoException e) {
        return switch (e.errno()) {
            case ENOENT, EPERM, EACCES, EPROTONOSUPPORT, EAFNOSUPPORT -> true;
            default -> false;
        };
    }
}
