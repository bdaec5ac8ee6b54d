/** Express by the runtime's own node:http. */
import { toNodeHandler } from 'alloy-react/server';
import express from 'express';
import process from 'node:process';
import { createBackend } from './backend.js';

const app = express();
app.use(express.json());
app.use(toNodeHandler(createBackend(process.env)));
const server = app.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
