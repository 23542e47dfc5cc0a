// screenshot.mjs FILE: a picture of the page for the README.

import { openTab, settled, startBrowser, startServer } from "./setting.mjs";

const server = await startServer();
const browser = await startBrowser();
try {
    const tab = await openTab(browser, server, "?q=massage+in+pregnancy",
        { viewport: { width: 900, height: 720 } });
    await settled(tab.page);
    await tab.page.evaluate(() => document.activeElement.blur());
    await tab.page.screenshot({ path: process.argv[2], animations: "disabled" });
    await tab.close();
} finally {
    await browser.close();
    await server.stop();
}
