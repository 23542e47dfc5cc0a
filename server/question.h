/* Arguments of a request -> a question to the library. */
#ifndef SERVER_QUESTION_H
#define SERVER_QUESTION_H

#include <palpate/search.h>

#include "server/languages.h"
#include "server/limits.h"
#include "server/request.h"

struct question {
    palpate_view
            asked; /* the user's own words, with single spaces: the end of `text` */
    char *text;    /* the same with filters before it, as the query language has them */
    size_t size;
    size_t filter_count;
    palpate_search_options options;
    char languages[LANGUAGES_SIZE]; /* of the one who asks, as options has them */
    palpate_view disabled[REQUEST_ARGUMENTS];
};

/* Reads what was asked for, and how, by the arguments besides.  False where an argument
   makes no sense, with a sentence in `complaint`, or where memory is out, without one.
 */
bool question_read(struct question *question, palpate_view asked,
        const struct arguments *arguments, const struct limits *limits, char *complaint,
        size_t complaint_size);

/* Prefers languages as Accept-Language has them, where the arguments name none. */
void question_prefer(struct question *question, palpate_view languages);

/* Takes NULL, too. */
void question_free(struct question *question);

/* What of a spelling is the user's: without the filters that were put before it. */
palpate_view question_spelling(const struct question *question, palpate_view spelling);

/* All that an answer in a form depends on but the index, the same for all ways to ask
   the same.  The caller frees it; NULL where memory is out. */
char *question_key(const struct question *question, const char *form, size_t *size);

#endif
