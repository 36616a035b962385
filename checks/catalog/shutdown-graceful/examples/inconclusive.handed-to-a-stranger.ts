import express from 'express';
import { lifecycle } from './lifecycle.js';

express().listen(3000);
process.on('SIGTERM', () => lifecycle.shutdownAll());
