/* palpate-pdf: a PDF on standard input -> HTML on standard output.  palpate-index
   starts it for each PDF, so that a file that makes the parser fail ends this process
   alone. On failure the last line of standard error says why. */
#include <poppler.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "confine.h"
#include "pdf/pdf_html.h"
#include "pdf/pdf_layout.h"
#include "pdf/pdf_read.h"

enum {
    MAX_FILE = 64 * 1024 * 1024, /* bytes of a PDF */
    MAX_SECONDS = 60             /* of processor time */
};

static void limit(int what, rlim_t most)
{
    struct rlimit now;

    if (getrlimit(what, &now) == 0 && (now.rlim_cur > most)) {
        now.rlim_cur = most;
        (void)setrlimit(what, &now);
    }
}

/* What the parser may still do, once its libraries are loaded: think, and read the
   tables of characters that old PDFs in Chinese, Japanese and Korean ask for. */
static void give_up_rights(void)
{
    const struct confinement allowed = { .readable = { "/usr/share/poppler" },
        .readable_count = 1 };
    struct confinement_report report;

    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, MAX_SECONDS);
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
    const rlim_t most_memory = (rlim_t)1536 * 1024 * 1024; /* bytes */
    limit(RLIMIT_AS, most_memory);
#endif
    confine(&report, &allowed);
}

static const char *read_input(struct buffer *bytes)
{
    enum { STEP = 1 << 20 };

    for (;;) {
        char *end = buffer_reserve(bytes, STEP);
        size_t got = end == NULL ? 0 : fread(end, 1, STEP, stdin);
        bytes->size += got;
        if (got == 0 || bytes->size > MAX_FILE)
            break;
    }
    if (bytes->failed)
        return "out of memory for this PDF";
    if (bytes->size > MAX_FILE)
        return "this PDF is larger than the 64 MB that are read: split it";
    return ferror(stdin) != 0 ? "this PDF cannot be read" : NULL;
}

static const char *convert(struct buffer *html, struct buffer *bytes)
{
    struct arena arena = { 0 };
    struct pdf_lines lines;
    struct pdf_blocks blocks;
    const char *why = read_input(bytes);

    if (why == NULL)
        why = pdf_read(&lines, &arena, buffer_view(bytes));
    if (why == NULL && !pdf_layout(&blocks, &arena, &lines))
        why = "out of memory for this PDF";
    if (why == NULL)
        pdf_html(html, &lines, &blocks);
    if (why == NULL && html->failed)
        why = "out of memory for this PDF";
    arena_free(&arena);
    return why;
}

int main(void)
{
    struct buffer bytes = { 0 };
    struct buffer html = { 0 };

    (void)poppler_get_version();
    (void)POPPLER_TYPE_DOCUMENT; /* loads what it needs before rights are given up */
    give_up_rights();
    const char *why = convert(&html, &bytes);
    if (why == NULL && (fwrite(html.data, 1, html.size, stdout) != html.size ||
                               fflush(stdout) != 0))
        why = "what was read of this PDF cannot be written";
    if (why != NULL)
        (void)fprintf(stderr, "%s\n", why);
    buffer_free(&html);
    buffer_free(&bytes);
    return why != NULL;
}
