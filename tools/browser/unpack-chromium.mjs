import chromium from '@sparticuz/chromium';

// Into the folder for temporary files, whose name the environment gives.
await chromium.executablePath();
