package procfs.command;

import static libc.netinet.Tcp.TCPI_OPT_ECN;
import static libc.netinet.Tcp.TCPI_OPT_ECN_SEEN;
import static libc.netinet.Tcp.TCPI_OPT_SACK;
import static libc.netinet.Tcp.TCPI_OPT_SYN_DATA;
import static libc.netinet.Tcp.TCPI_OPT_TIMESTAMPS;
import static libc.netinet.Tcp.TCPI_OPT_WSCALE;

import libc.netinet.Tcp.tcp_info;
import procfs.State;

/** What TCP_INFO tells, in the words and the order of {@code ss}, which leaves out what is 0 or as it always is at first. */
final class TcpInfo {

    private static final int INITIAL_RTO = 3_000_000;
    private static final int INITIAL_REORDERING = 3;

    private final StringBuilder out;
    private final boolean numeric;

    private TcpInfo(StringBuilder out, boolean numeric) {
        this.out = out;
        this.numeric = numeric;
    }

    static void print(StringBuilder out, tcp_info info, String congestion, boolean options, boolean numeric) {
        TcpInfo printer = new TcpInfo(out, numeric);
        if (options) {
            printer.options(info);
        }
        printer.connection(info, congestion);
        printer.counts(info);
        printer.rates(info);
        printer.losses(info);
    }

    private void options(tcp_info info) {
        flag("ts", info.tcpi_options & TCPI_OPT_TIMESTAMPS);
        flag("sack", info.tcpi_options & TCPI_OPT_SACK);
        flag("ecn", info.tcpi_options & TCPI_OPT_ECN);
        flag("ecnseen", info.tcpi_options & TCPI_OPT_ECN_SEEN);
        flag("fastopen", info.tcpi_options & TCPI_OPT_SYN_DATA);
    }

    private void connection(tcp_info info, String congestion) {
        if (congestion != null) {
            out.append(' ').append(Text.printable(congestion));
        }
        if ((info.tcpi_options & TCPI_OPT_WSCALE) != 0) {
            out.append(" wscale:").append(info.tcpi_snd_wscale).append(',').append(info.tcpi_rcv_wscale);
        }
        if (info.tcpi_rto != INITIAL_RTO) {
            millis("rto", info.tcpi_rto);
        }
        count("backoff", info.tcpi_backoff);
        if (info.tcpi_rtt != 0) {
            millis("rtt", info.tcpi_rtt);
            out.append('/').append(Text.number(Integer.toUnsignedLong(info.tcpi_rttvar) / 1e3));
        }
        millis("ato", info.tcpi_ato);
        count("mss", info.tcpi_snd_mss);
        count("pmtu", info.tcpi_pmtu);
        count("rcvmss", info.tcpi_rcv_mss);
        count("advmss", info.tcpi_advmss);
        count("cwnd", info.tcpi_snd_cwnd);
        if (Integer.compareUnsigned(info.tcpi_snd_ssthresh, 0xFFFF) < 0) {
            count("ssthresh", info.tcpi_snd_ssthresh);
        }
    }

    private void counts(tcp_info info) {
        count("bytes_sent", info.tcpi_bytes_sent);
        count("bytes_retrans", info.tcpi_bytes_retrans);
        count("bytes_acked", info.tcpi_bytes_acked);
        count("bytes_received", info.tcpi_bytes_received);
        count("segs_out", info.tcpi_segs_out);
        count("segs_in", info.tcpi_segs_in);
        count("data_segs_out", info.tcpi_data_segs_out);
        count("data_segs_in", info.tcpi_data_segs_in);
    }

    private void rates(tcp_info info) {
        if (info.tcpi_rtt != 0 && info.tcpi_snd_mss != 0 && info.tcpi_snd_cwnd != 0) {
            rate("send", 8e6 * Integer.toUnsignedLong(info.tcpi_snd_cwnd) * Integer.toUnsignedLong(info.tcpi_snd_mss)
                    / Integer.toUnsignedLong(info.tcpi_rtt));
        }
        count("lastsnd", info.tcpi_last_data_sent);
        count("lastrcv", info.tcpi_last_data_recv);
        count("lastack", info.tcpi_last_ack_recv);
        if (info.tcpi_pacing_rate != 0 && info.tcpi_pacing_rate != -1) {
            rate("pacing_rate", 8.0 * info.tcpi_pacing_rate);
            if (info.tcpi_max_pacing_rate != 0 && info.tcpi_max_pacing_rate != -1) {
                out.append('/').append(Text.rate(8.0 * info.tcpi_max_pacing_rate, numeric));
            }
        }
        if (info.tcpi_delivery_rate != 0) {
            rate("delivery_rate", 8.0 * info.tcpi_delivery_rate);
        }
        count("delivered", info.tcpi_delivered);
        count("delivered_ce", info.tcpi_delivered_ce);
        flag("app_limited", info.tcpi_delivery_rate_app_limited);
        if (info.tcpi_busy_time != 0) {
            out.append(" busy:").append(info.tcpi_busy_time / 1000).append("ms");
            limited("rwnd_limited", info.tcpi_rwnd_limited, info.tcpi_busy_time);
            limited("sndbuf_limited", info.tcpi_sndbuf_limited, info.tcpi_busy_time);
        }
    }

    private void losses(tcp_info info) {
        count("unacked", info.tcpi_unacked);
        if (info.tcpi_retrans != 0 || info.tcpi_total_retrans != 0) {
            out.append(" retrans:").append(info.tcpi_retrans).append('/').append(info.tcpi_total_retrans);
        }
        count("lost", info.tcpi_lost);
        if (info.tcpi_state != State.TCP_LISTEN.value()) {
            count("sacked", info.tcpi_sacked);
        }
        count("dsack_dups", info.tcpi_dsack_dups);
        count("fackets", info.tcpi_fackets);
        if (info.tcpi_reordering != INITIAL_REORDERING) {
            out.append(" reordering:").append(info.tcpi_reordering);
        }
        count("reord_seen", info.tcpi_reord_seen);
        millis("rcv_rtt", info.tcpi_rcv_rtt);
        count("rcv_space", info.tcpi_rcv_space);
        count("rcv_ssthresh", info.tcpi_rcv_ssthresh);
        count("notsent", info.tcpi_notsent_bytes);
        if (info.tcpi_min_rtt != -1) {
            millis("minrtt", info.tcpi_min_rtt);
        }
        count("rcv_ooopack", info.tcpi_rcv_ooopack);
        count("snd_wnd", info.tcpi_snd_wnd);
    }

    private void flag(String name, int on) {
        if (on != 0) {
            out.append(' ').append(name);
        }
    }

    private void count(String name, int value) {
        count(name, Integer.toUnsignedLong(value));
    }

    private void count(String name, long value) {
        if (value != 0) {
            out.append(' ').append(name).append(':').append(Long.toUnsignedString(value));
        }
    }

    private void millis(String name, int micros) {
        if (micros != 0) {
            out.append(' ').append(name).append(':').append(Text.number(Integer.toUnsignedLong(micros) / 1e3));
        }
    }

    private void rate(String name, double bits) {
        out.append(' ').append(name).append(' ').append(Text.rate(bits, numeric));
    }

    private void limited(String name, long micros, long busy) {
        if (micros != 0) {
            out.append(' ').append(name).append(':').append(micros / 1000).append("ms(")
                    .append(String.format("%.1f%%", 100.0 * micros / busy)).append(')');
        }
    }
}
