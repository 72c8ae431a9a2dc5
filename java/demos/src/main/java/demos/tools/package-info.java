/** What sets the demos in C and in Java side by side: their texts, and what they do when they run. */
package demos.tools;
