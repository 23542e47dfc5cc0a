/* Calls for memory, refused where a test says so. */
#ifndef TESTS_FAULTS_MEMORY_H
#define TESTS_FAULTS_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Refuses the call for memory that is the `nth` from now, counted from 1, and if
   `is_for_good` all after it.  Counts the calls of palpate's own code, of all threads;
   what libraries do without memory is theirs. */
void memory_refuse(uint64_t nth, bool is_for_good);

/* Grants all again.  Returns whether any was refused. */
bool memory_grant(void);

#endif
