/* What a service manager wants to hear, in its own words (sd_notify). */
#ifndef SERVER_NOTIFY_H
#define SERVER_NOTIFY_H

#include <stdint.h>

/* Opens what notify_send() sends through, while the process may still make sockets. */
void notify_open(void);

/* Sends lines such as "READY=1" to NOTIFY_SOCKET; nothing where that is not set. */
void notify_send(const char *lines);

/* Tells that a reload begins; followed by "READY=1" when it is done. */
void notify_reloading(void);

/* Microseconds within which the service manager wants "WATCHDOG=1", or 0. */
uint64_t notify_watchdog_us(void);

#endif
