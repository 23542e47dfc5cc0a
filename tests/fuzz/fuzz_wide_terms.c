/* Any bytes are the file of terms in the head of a wide index: as they are, and once
   more with the name and the sum of one that was written.  Of what is read each term
   lies in the file. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/buffer.h"
#include "core/digest.h"
#include "core/wide_terms.h"
#include "fuzz.h"

enum { NAME = 16, NUMBERS = 5, HEADER = NAME + NUMBERS * 8 };

static char folder[] = "/tmp/palpate-terms-XXXXXX";
static char path[64];

static void remove_folder(void)
{
    (void)unlink(path);
    (void)rmdir(folder);
}

static void write_terms(palpate_view bytes)
{
    if (path[0] == '\0') {
        REQUIRE(mkdtemp(folder) != NULL);
        (void)snprintf(path, sizeof path, "%s/terms", folder);
        (void)atexit(remove_folder);
    }
    FILE *file = fopen(path, "we");
    REQUIRE(file != NULL);
    REQUIRE(bytes.size == 0 || fwrite(bytes.data, 1, bytes.size, file) == bytes.size);
    REQUIRE(fclose(file) == 0);
}

static void read_terms(palpate_view bytes)
{
    struct wide_terms read;
    palpate_error err;
    uint64_t begin = 0;

    write_terms(bytes);
    if (wide_terms_open(&read, folder, &err) != PALPATE_OK) {
        REQUIRE(err.status == PALPATE_CORRUPT && read.bytes == NULL);
        fuzz_require_sentence(err.message);
        return;
    }
    for (size_t i = 0; i < read.terms.count; i++) {
        uint64_t end = read.terms.ends[i];
        REQUIRE(begin <= end);
        fuzz_require_inside(
                (palpate_view){ read.terms.bytes + begin, (size_t)(end - begin) },
                (palpate_view){ read.bytes, read.size });
        begin = end;
    }
    wide_terms_close(&read);
    REQUIRE(read.bytes == NULL);
}

/* The same bytes as if they were written so: a sum tells damage, not who wrote it. */
static void read_as_written(palpate_view bytes)
{
    static const char FIRST[NAME] = "palpate-terms-1";
    struct buffer whole = { 0 };
    uint64_t numbers[NUMBERS];

    buffer_append(&whole, bytes);
    REQUIRE(!whole.failed);
    memcpy(numbers, whole.data + NAME, sizeof numbers);
    numbers[0] = 0x0102030405060708;
    numbers[4] = hash_of((palpate_view){ whole.data + HEADER, whole.size - HEADER });
    memcpy(whole.data, FIRST, NAME);
    memcpy(whole.data + NAME, numbers, sizeof numbers);
    read_terms(buffer_view(&whole));
    buffer_free(&whole);
}

void fuzz_one(palpate_view bytes)
{
    read_terms(bytes);
    if (bytes.size >= HEADER)
        read_as_written(bytes);
}
