/* index_memory INDEX URL <PAGE: puts one page into an index, as a site does that has
   just saved it: no file is needed, and all other pages stay as they are. */
#include <inttypes.h>
#include <palpate/palpate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All bytes of standard input, which the caller frees; NULL without memory. */
static char *read_all(size_t *size)
{
    char *bytes = NULL;
    size_t room = 0, more = 0;

    *size = 0;
    do {
        *size += more;
        if (*size == room) {
            char *larger = realloc(bytes, room += 65536);

            if (!larger) {
                free(bytes);
                return NULL;
            }
            bytes = larger;
        }
        more = fread(bytes + *size, 1, room - *size, stdin);
    } while (more > 0);
    return bytes;
}

int main(int argc, char **argv)
{
    palpate_index_writer *writer = NULL;
    palpate_index_summary summary;
    palpate_error err = { .message = "there is no memory for the page" };
    palpate_view page = { 0 };
    char *bytes = NULL;
    int code = 1;

    if (argc != 3) {
        fprintf(stderr, "usage: index_memory INDEX URL <PAGE\n");
        return 2;
    }
    bytes = read_all(&page.size);
    page.data = bytes;
    if (!bytes)
        goto out;
    if (palpate_index_open(&writer, argv[1], NULL, &err) != PALPATE_OK)
        goto out;
    palpate_view url = { argv[2], strlen(argv[2]) };
    if (palpate_index_page(writer, url, page, &err) != PALPATE_OK)
        goto out;
    /* Many pages would be given before one commit, which publishes them all at once. */
    if (palpate_index_commit(&summary, writer, &err) != PALPATE_OK)
        goto out;
    printf("%" PRIu64 " added, %" PRIu64 " changed, %" PRIu64 " pages in the index\n",
            summary.added, summary.changed, summary.pages);
    code = 0;
out:
    if (code != 0)
        fprintf(stderr, "index_memory: %s\n", err.message);
    palpate_index_close(writer);
    free(bytes);
    return code;
}
