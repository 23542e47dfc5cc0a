/* Turns a detected failure into a status and its sentence. */
#ifndef CORE_FAIL_H
#define CORE_FAIL_H

#include <palpate/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Writes the message (printf style, cut at the size of the field) into `err`, which may
   be NULL, and returns `status`, so that failing is one statement: return fail(err, …).
   What others wrote, such as names of files, is shown by printable_make(): it does
   nothing to a terminal or a log. */
palpate_status fail(palpate_error *err, palpate_status status, const char *format, ...)
        __attribute__((format(printf, 3, 4)));

#ifdef __cplusplus
}
#endif
#endif
