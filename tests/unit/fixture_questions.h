/* A page of questions and answers -> what its article says, for tests of headings. */
#ifndef TESTS_UNIT_FIXTURE_QUESTIONS_H
#define TESTS_UNIT_FIXTURE_QUESTIONS_H

#include "indexer/article.h"

/* An article around what a page folds or asks, with `head` before its menu. */
#define QUESTION_PAGE(head, middle)                                                    \
    "<!doctype html><title>Stiff knee</title>" head                                    \
    "<header><a href='/'>Practice</a></header><main><h1>Stiff knee</h1>"               \
    "<p>A stiff knee is common after a long rest, and most people find that it eases " \
    "with a few slow bends in the morning.</p>"                                        \
    "<p>Heat before the first walk helps many people, since warm tissue is easier to " \
    "stretch than cold tissue, and it costs nothing.</p>" middle                       \
    "<p>Most knees that are stiff without an injury improve within six weeks of "      \
    "gentle, regular movement, and few of them need a scan.</p></main>"                \
    "<footer><a href='/privacy'>Privacy</a> <a href='/terms'>Terms</a></footer>"

#define ONE \
    "Yes, as long as the pain stays mild while you run and is gone by the morning."
#define TWO \
    "Not at first. It is needed after a fall, or when the knee locks or gives way."
#define THREE \
    "Swim or cycle in that time, because both keep the joint moving without load."

/* The article of the page that was read last. */
extern struct article article;

void read_question_page(const char *html);

/* Whether the text of the article says this. */
bool article_says(const char *words);

/* The only passage that holds `words`; fails the test where none or two do. */
const struct passage *passage_with(const char *words);

/* The passage of `text` holds nothing else, and the innermost heading is `label`. */
void assert_heads(const char *label, const char *text);

/* The passage of `words` has no heading. */
void assert_no_heading(const char *words);

/* Set-up and teardown of a group of tests. */
int questions_set_up(void **state);
int questions_tear_down(void **state);

#endif
