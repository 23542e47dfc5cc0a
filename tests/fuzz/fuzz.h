/* What the fuzz targets share.  A target defines fuzz_one(), which reads any bytes and
   stops with REQUIRE() where what was made of them is wrong. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"

enum { FUZZ_PATH = 64 };

/* Stops the program, and says what does not hold. */
#define REQUIRE(condition) fuzz_require((condition), #condition, __FILE__, __LINE__)

void fuzz_require(bool holds, const char *condition, const char *file, int line);

/* The target. */
void fuzz_one(palpate_view bytes);

/* Takes the bytes up to the next NUL off `rest`, without it: how inputs of several
   parts are written. */
palpate_view fuzz_part(palpate_view *rest);

/* Takes one byte off, 0 where none is left. */
unsigned fuzz_byte(palpate_view *rest);

/* The same bytes as a string, which the caller frees. */
char *fuzz_string(palpate_view bytes);

/* Makes a file in memory of these bytes; `path` leads to it until the descriptor that
   is returned is closed. */
int fuzz_file(char path[FUZZ_PATH], palpate_view bytes);

/* Requires that a view is empty or lies inside another one. */
void fuzz_require_inside(palpate_view part, palpate_view whole);

/* Requires one line for people: not empty, of UTF-8, without control characters. */
void fuzz_require_sentence(const char *message);

/* Undoes percent signs; false where one is not followed by two digits. */
bool fuzz_percent_decode(struct buffer *out, palpate_view text);

/* Undoes html_escape(); with `has_marks` also takes away <mark> and </mark>, which must
   alternate.  False for any other sign of markup. */
bool fuzz_html_decode(struct buffer *out, palpate_view html, bool has_marks);

#endif
