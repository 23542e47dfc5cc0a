/* In libFuzzer's place: feeds each file of a folder to the target once, and fails when
   there is none, so that a corpus that was lost is noticed. */
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes stand in a block of exactly their size, so that an overrun is seen. */
static bool replay(FILE *file, size_t size)
{
    uint8_t *bytes = malloc(size > 0 ? size : 1);
    if (bytes == NULL)
        return false;

    bool is_read = fread(bytes, 1, size, file) == size;
    if (is_read)
        (void)LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return is_read;
}

static bool replay_file(const char *folder, const char *name)
{
    char path[4096];
    struct stat about;
    bool is_read = false;
    FILE *file = NULL;

    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    if (stat(path, &about) == 0 && (file = fopen(path, "rb")) != NULL) {
        is_read = replay(file, (size_t)about.st_size);
        (void)fclose(file);
    }
    if (!is_read)
        (void)fprintf(stderr, "%s could not be read\n", path);
    return is_read;
}

int main(int argc, char **argv)
{
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    int count = 0;
    int failures = 0;

    if (folder == NULL) {
        (void)fprintf(stderr, "usage: %s FOLDER (that exists)\n", argv[0]);
        return EXIT_FAILURE;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        count++;
        failures += !replay_file(argv[1], entry->d_name);
    }
    (void)closedir(folder);
    printf("%d inputs\n", count);
    return count > 0 && failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
