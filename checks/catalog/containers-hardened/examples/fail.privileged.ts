import express from 'express';

express().listen(3000);
// file: docker-compose.yml
services:
  api: # <- finding
    build: .
    privileged: true
