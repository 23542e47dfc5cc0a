#!/usr/bin/env python3
"""growth_plot.py POINTS: lines of "pages wall processor peak-MB index-MB" as an SVG on two
logarithmic axes; a line of slope one beside them is linear growth."""
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 400, 60, 170, 20, 50
SERIES = (("wall, s", 1, "#1b6ca8"), ("processor, s", 2, "#7a9e3f"), ("peak memory, MB", 3, "#8e5ea2"),
          ("index, MB", 4, "#c2571a"))
points = [tuple(float(word) for word in line.split()) for line in open(sys.argv[1])]
low_x, high_x = math.log10(points[0][0]), math.log10(points[-1][0])
values = [row[column] for row in points for _, column, _ in SERIES]
low_y, high_y = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def place(pages, value):
    x = LEFT + (math.log10(pages) - low_x) / ((high_x - low_x) or 1) * (WIDTH - LEFT - RIGHT)
    y = HEIGHT - BOTTOM - (math.log10(value) - low_y) / (high_y - low_y) * (HEIGHT - TOP - BOTTOM)
    return x, y


print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
      f'font-size="12"><title>Time, memory and index by pages</title><rect width="100%" height="100%" fill="#fff"/>')
for power in range(low_y, high_y + 1):
    y = place(points[0][0], 10 ** power)[1]
    print(f'<path d="M{LEFT} {y:.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
          f'<text x="{LEFT - 6}" y="{y + 4:.0f}" text-anchor="end">{10 ** power:g}</text>')
for row in points:
    x = place(row[0], 10 ** low_y)[0]
    print(f'<text x="{x:.0f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{row[0]:,.0f}</text>')
print(f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 10}" text-anchor="middle">pages</text>')
labels = []
for name, column, colour in SERIES:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(row[0], row[column]) for row in points))
    print(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
    labels.append([place(points[-1][0], points[-1][column])[1], name, colour])
labels.sort()
for i, (y, name, colour) in enumerate(labels):
    if i and y < labels[i - 1][0] + 14:
        labels[i][0] = y = labels[i - 1][0] + 14
    print(f'<text x="{WIDTH - RIGHT + 8}" y="{y + 4:.0f}" fill="{colour}">{name}</text>')
start = place(points[0][0], points[0][4])
share = points[-1][0] / points[0][0]
end = place(points[-1][0], points[0][4] * share)
print(f'<path d="M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}" stroke="#c2571a" stroke-dasharray="3 4"/>'
      f"</svg>")
