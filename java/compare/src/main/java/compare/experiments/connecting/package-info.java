/** How connections come about, or do not: addresses, ports, refusals, time limits. */
package compare.experiments.connecting;
