/** A class for each behaviour, which bears its number, and a method for each thing that it says. */
package selftest.behaviours;
