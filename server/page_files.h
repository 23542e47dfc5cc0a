/* The files of the search page: those in the program, and before them an operator's
 * own. */
#ifndef SERVER_PAGE_FILES_H
#define SERVER_PAGE_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "server/assets.h"

struct options;

enum { MAX_PAGE_FILES = 64, PAGE_FILE_NAME = 64, PAGE_DIGEST = 17 };

/* Read once, when the server starts. */
struct page_files {
    struct page_file {
        struct asset asset;
        char name[PAGE_FILE_NAME];
        char digest[PAGE_DIGEST];
        char *bytes;
    } own[MAX_PAGE_FILES];
    size_t count;
    const char *logo;         /* the name of the logo, or NULL */
    char digest[PAGE_DIGEST]; /* differs with all that the options make of the page */
};

/* Reads what --page, --logo and --style name.  False where one cannot be read or is no
   file of a page; then `complaint` says why. */
bool page_files_read(struct page_files *files, const struct options *options,
        char *complaint, size_t size);

/* The file of a name, an operator's own before that of the program; NULL where there is
   none. */
const struct asset *page_files_find(const struct page_files *files, const char *name);

void page_files_free(struct page_files *files);

#endif
