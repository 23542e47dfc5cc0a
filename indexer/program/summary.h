/* The counts of a run -> a line for people, or JSON. */
#ifndef PALPATE_INDEX_SUMMARY_H
#define PALPATE_INDEX_SUMMARY_H

#include "display.h"

/* "text", "json". */
const char *summary_form(uint32_t choice);
enum { SUMMARY_TEXT, SUMMARY_JSON };

/* Writes the counts to standard error; of a quiet display, only if many were left out.
 */
void summary_print(const struct display *display, const palpate_index_summary *summary,
        bool is_dry);

/* Writes them to standard output as a line of JSON, with the exit status. */
void summary_print_json(const struct display *display,
        const palpate_index_summary *summary, bool is_dry, int status);

/* How many pages may fail before a run has failed: a number of them, or percent of all.
 */
struct tolerance {
    unsigned long most;
    bool is_percent;
};

/* Reads "5" or "5%"; false where it is neither, which it has said. */
bool tolerance_read(struct tolerance *tolerance, const char *value);

bool tolerance_holds(
        const struct tolerance *tolerance, const palpate_index_summary *summary);

#endif
