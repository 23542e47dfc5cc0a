/* A file of the sources -> what a test can ask of its text. */
#ifndef TESTS_FIXTURE_DOCUMENT_H
#define TESTS_FIXTURE_DOCUMENT_H

/* Reads a file, which is asked from then on; fails the test where there is none. */
void open_document(const char *name);

/* The text as it is, until the next one is opened. */
const char *document_text(void);

/* Fails the test where the text does not say this, or says it less often. */
void assert_says(const char *text);
void assert_says_often(const char *text, unsigned least);

/* The teardown of a group of tests. */
int close_document(void **state);

#endif
