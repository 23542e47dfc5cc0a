// What stands behind xc_blocks.
#pragma once

#include <memory>
#include <string>

#include "shim/glass_version.hpp"

struct xc_blocks {
    explicit xc_blocks(const std::string &path);

    // Blocks of a table that its file can have: no more than the state says, whatever
    // that says of a file that is shorter.
    uint32_t there(unsigned table) const;

    // A block of a table; what is damaged throws.
    std::string block(unsigned table, uint32_t number) const;

    xc::glass_version version;
    std::unique_ptr<xc::plain_file> files[6]; // of the tables that have entries
    // What xc_blocks_read() gave, and blocks after it where they are asked for in
    // order.
    struct {
        std::string bytes;
        unsigned table = 0;
        uint32_t first = 0;
        uint32_t count = 0;
        uint32_t next = UINT32_MAX; // the one after what was asked for last
    } window;

    // Bytes of a block; what is damaged throws.
    const char *look(unsigned table, uint32_t number);
};
