/* An article of a clinic's site, and pages made of it and of other texts. */
#ifndef TESTS_UNIT_FIXTURE_CLINIC_H
#define TESTS_UNIT_FIXTURE_CLINIC_H

#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"
#include "indexer/article.h"

enum { CLINIC_WORDS = 426 /* of the article, title and headings included */ };

extern const char CLINIC_ARTICLE[];
extern struct buffer clinic_html;     /* the page being made */
extern struct article clinic_article; /* what was read of it, up to the next one */

/* Starts a page, up to the header of its body. */
void clinic_begin(void);
void clinic_add(const char *text);

/* Adds sentences about other things, in another order for each number. */
void clinic_add_sentences(unsigned number, unsigned count);

/* Ends the page and reads it. */
void clinic_read(void);

bool clinic_has(const char *words);

/* Fails the test where the text has not about so many words, from the article's first
   on; `layout` and `teasers` say which page it is. */
void clinic_assert_kept(uint32_t expected, const char *layout, unsigned teasers);

int clinic_set_up(void **state);
int clinic_tear_down(void **state);

#endif
