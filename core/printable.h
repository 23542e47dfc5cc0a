/* What others wrote -> what can stand in a line of a terminal or a log. */
#ifndef CORE_PRINTABLE_H
#define CORE_PRINTABLE_H

#include <palpate/view.h>
#include <stddef.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends `text` as ls -b shows a name: line breaks as \n, tabs as \t, other control
   characters (of C0 and C1, and DEL), separators of lines, marks that turn the order of
   what follows, and bytes that are no UTF-8 as \033.  What is escaped stays as it is
   when it is escaped again. */
void printable_append(struct buffer *out, palpate_view text);

/* The same in place: the string in `text` grows up to `room` bytes with its NUL, and is
   cut where that does not suffice. */
void printable_make(char *text, size_t room);

#ifdef __cplusplus
}
#endif
#endif
