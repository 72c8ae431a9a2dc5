/** How do bytes get from buffers and files to sockets and back, and sockets from one program to another? */
package compare.experiments.transfers;
