/** What can a socket do that channels do not offer, or only in part? */
package compare.experiments.beyond;
