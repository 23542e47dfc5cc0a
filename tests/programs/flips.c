/* flips INDEX QUESTIONS COUNT SEED: flips COUNT bits of the files of an index, one
   after the other, and each time asks all questions and verifies the index.  Prints a
   line of figures for each file, then "total": flips, answers as before, errors,
   answers that are wrong without a word, of these those that --verify does not see,
   flips that it sees, and errors that name no way out, which it prints to standard
   error.  Each bit is put back. */
#include <fcntl.h>
#include <ftw.h>
#include <palpate/palpate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 32, MOST_QUESTIONS = 64, LINE = 512 };

struct counts {
    unsigned flips;
    unsigned same;
    unsigned errors;
    unsigned wrong;
    unsigned wrong_verified;
    unsigned seen;
    unsigned no_way_out;
};

struct file {
    char path[LINE];
    off_t size;
    struct counts counts;
};

static struct file files[MOST_FILES];
static size_t file_count;
static char questions[MOST_QUESTIONS][LINE];
static size_t question_count;
static palpate_view expected[MOST_QUESTIONS];
static const char *root;

static void stop(const char *what)
{
    (void)fprintf(stderr, "flips: %s\n", what);
    exit(2);
}

static int add_file(
        const char *path, const struct stat *about, int type, struct FTW *where)
{
    (void)where;
    if (type != FTW_F || about->st_size == 0)
        return 0;
    if (file_count == MOST_FILES)
        stop("too many files");
    (void)snprintf(files[file_count].path, LINE, "%s", path);
    files[file_count++].size = about->st_size;
    return 0;
}

static int by_path(const void *left, const void *right)
{
    const struct file *a = left;
    const struct file *b = right;

    return strcmp(a->path, b->path);
}

static void read_questions(const char *path)
{
    FILE *file = fopen(path, "re");

    if (file == NULL)
        stop("cannot read the questions");
    while (question_count < MOST_QUESTIONS &&
            fgets(questions[question_count], LINE, file) != NULL) {
        char *line = questions[question_count++];
        line[strcspn(line, "\n")] = '\0';
    }
    (void)fclose(file);
}

/* The same in every run and on every machine. */
static unsigned next_number(unsigned long long *state)
{
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(*state >> 33);
}

static palpate_status ask(palpate_view *out, palpate_searcher *searcher,
        const char *words, palpate_error *err)
{
    const palpate_render_options options = { .format = PALPATE_FORMAT_TEXT };
    /* No answer may depend on how busy the machine is. */
    const palpate_search_options asked = { .deadline_us = 3600000000 };
    palpate_answer *answer = NULL;
    palpate_status status = palpate_search(
            &answer, searcher, (palpate_view){ words, strlen(words) }, &asked, err);

    if (status == PALPATE_OK)
        answer->took_us = 0;
    if (status == PALPATE_OK)
        status = palpate_render(out, answer, &options, err);
    palpate_answer_free(answer);
    return status;
}

static bool names_way_out(const char *message)
{
    return strstr(message, "palpate-index") != NULL;
}

static void count_error(
        struct counts *counts, bool *has_error, const palpate_error *err)
{
    if (!names_way_out(err->message)) {
        counts->no_way_out++;
        (void)fprintf(stderr, "%s\n", err->message);
    }
    *has_error = true;
}

/* Asks all questions of the index as it is now. */
static void ask_all(struct counts *counts)
{
    palpate_searcher *searcher = NULL;
    palpate_error err = { PALPATE_OK, "" };
    bool has_error = false;
    bool is_wrong = false;

    if (palpate_searcher_open(&searcher, root, &err) != PALPATE_OK)
        count_error(counts, &has_error, &err);
    for (size_t i = 0; searcher != NULL && i < question_count; i++) {
        palpate_view answer = { NULL, 0 };
        if (ask(&answer, searcher, questions[i], &err) != PALPATE_OK)
            count_error(counts, &has_error, &err);
        else if (answer.size != expected[i].size ||
                 memcmp(answer.data, expected[i].data, answer.size) != 0)
            is_wrong = true;
        palpate_rendering_free(answer);
    }
    palpate_searcher_close(searcher);
    palpate_index_soundness sound;
    bool is_seen = palpate_index_verify(&sound, root, NULL, &err) != PALPATE_OK;
    counts->flips++;
    counts->same += !has_error && !is_wrong;
    counts->errors += has_error && !is_wrong;
    counts->wrong += is_wrong;
    counts->wrong_verified += is_wrong && !is_seen;
    counts->seen += is_seen;
}

static void flip(int file, off_t place, unsigned bit)
{
    unsigned char byte = 0;

    if (pread(file, &byte, 1, place) != 1)
        stop("cannot read a file");
    byte ^= (unsigned char)(1U << bit);
    if (pwrite(file, &byte, 1, place) != 1)
        stop("cannot write a file");
}

static void flip_one(unsigned long long *state)
{
    off_t all = 0;
    struct file *file = files;

    for (size_t i = 0; i < file_count; i++)
        all += files[i].size;
    if (all == 0)
        stop("the files are empty");
    off_t place = (off_t)(((unsigned long long)next_number(state) << 31 |
                                  next_number(state)) %
                          (unsigned long long)all);
    for (; place >= file->size; file++)
        place -= file->size;
    unsigned bit = next_number(state) % 8;
    int opened = open(file->path, O_RDWR | O_CLOEXEC);
    if (opened < 0)
        stop("cannot open a file");
    flip(opened, place, bit);
    ask_all(&file->counts);
    flip(opened, place, bit);
    (void)close(opened);
}

static void print(const char *name, const struct counts *counts)
{
    (void)printf("%s\t%u\t%u\t%u\t%u\t%u\t%u\t%u\n", name, counts->flips, counts->same,
            counts->errors, counts->wrong, counts->wrong_verified, counts->seen,
            counts->no_way_out);
}

static void add(struct counts *to, const struct counts *more)
{
    to->flips += more->flips;
    to->same += more->same;
    to->errors += more->errors;
    to->wrong += more->wrong;
    to->wrong_verified += more->wrong_verified;
    to->seen += more->seen;
    to->no_way_out += more->no_way_out;
}

int main(int count, char **words)
{
    palpate_searcher *searcher = NULL;
    palpate_error err = { PALPATE_OK, "" };
    struct counts total = { 0 };

    if (count != 5)
        stop("INDEX QUESTIONS COUNT SEED");
    root = words[1];
    read_questions(words[2]);
    unsigned long long state = strtoull(words[4], NULL, 10);
    if (nftw(root, add_file, 8, FTW_PHYS) != 0 || file_count == 0)
        stop("no files");
    qsort(files, file_count, sizeof *files, by_path);
    if (palpate_searcher_open(&searcher, root, &err) != PALPATE_OK)
        stop(err.message);
    for (size_t i = 0; i < question_count; i++)
        if (ask(&expected[i], searcher, questions[i], &err) != PALPATE_OK)
            stop(err.message);
    palpate_searcher_close(searcher);
    for (unsigned long i = strtoul(words[3], NULL, 10); i > 0; i--)
        flip_one(&state);
    (void)printf(
            "file\tflips\tsame\terror\twrong\twrong after --verify\tseen by --verify"
            "\tno way out\n");
    for (size_t i = 0; i < file_count; i++) {
        print(files[i].path, &files[i].counts);
        add(&total, &files[i].counts);
    }
    print("total", &total);
    for (size_t i = 0; i < question_count; i++)
        palpate_rendering_free(expected[i]);
    return 0;
}
