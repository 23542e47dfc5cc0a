/* How the program ends, and what it says on the way. */
#ifndef PALPATE_QUERY_OUTPUT_H
#define PALPATE_QUERY_OUTPUT_H

#include <palpate/palpate.h>

enum exit_status { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_ERROR = 2 };

/* Says the error on standard error; EXIT_ERROR. */
enum exit_status complain(const palpate_error *err);

/* Writes a rendering to standard output and frees it; false where that fails, which it
   has said. */
bool print_rendering(palpate_view bytes);

#endif
