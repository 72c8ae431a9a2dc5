/** What UDP does with datagrams: who gets them, who is told when they are lost, and what comes with them. */
package compare.experiments.datagrams;
