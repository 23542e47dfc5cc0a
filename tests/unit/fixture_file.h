/* A text -> a file, for tests. */
#ifndef TESTS_UNIT_FIXTURE_FILE_H
#define TESTS_UNIT_FIXTURE_FILE_H

/* Writes a file anew; fails the test where that fails. */
void fixture_file_write(const char *path, const char *text);

#endif
