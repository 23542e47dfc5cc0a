/* Problems that are told before, or without, a request -> bytes on a socket. */
#ifndef SERVER_REFUSAL_H
#define SERVER_REFUSAL_H

/* Writes a problem, as RFC 9457 has it, as a whole answer after which the connection is
   to be closed.  Waits for nobody: a client that takes nothing gets nothing.  `detail`
   is a sentence without quotation marks. */
void refusal_send(int fd, unsigned status, const char *detail);

#endif
