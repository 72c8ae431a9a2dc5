/** How does a thread wait until sockets are ready, by epoll(7) and by Selectors, and what is it told? */
package compare.experiments.readiness;
