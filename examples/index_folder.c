/* index_folder INDEX FOLDER: builds an index of the pages below a folder, or brings it
   up to date with them. */
#include <inttypes.h>
#include <palpate/palpate.h>
#include <stdio.h>

/* A page that is left out is no failure of the run, but somebody should hear of it. */
static void report(
        void *user, palpate_report_kind kind, const char *source, const char *message)
{
    (void)user, (void)kind;
    fprintf(stderr, "%s: %s\n", source, message);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: index_folder INDEX FOLDER\n");
        return 2;
    }
    palpate_index_options options = { .base_url = "https://clinic.example/",
        .report = report };
    palpate_index_summary summary;
    palpate_error err;
    const char *sources[] = { argv[2] };

    if (palpate_index_run(&summary, argv[1], sources, 1, &options, &err) !=
            PALPATE_OK) {
        fprintf(stderr, "index_folder: %s\n", err.message);
        return 1;
    }
    printf("%" PRIu64 " pages, %" PRIu64 " passages\n", summary.pages,
            summary.passages);
    return 0;
}
