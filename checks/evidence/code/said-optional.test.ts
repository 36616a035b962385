import { expect, test } from 'vitest';
import { unitOf } from './test-program.ts';

const spared = (text: string): readonly string[] =>
  unitOf({ 'main.py': text }).environmentReads.flatMap(({ name, wherePresent }) => (wherePresent === true ? [name] : []));

test('a constant whose annotation admits nothing is said to be optional', () => {
  expect(
    spared(`import os
from typing import Final, Optional
MAIL_KEY: str | None = os.getenv("MAIL_KEY")
MAP_KEY: Optional[str] = os.getenv("MAP_KEY")
SEARCH_KEY: Final[str | None] = os.getenv("SEARCH_KEY")
STORE_KEY: str = os.getenv("STORE_KEY")
PLAIN_KEY = os.getenv("PLAIN_KEY")
`),
  ).toEqual(['MAIL_KEY', 'MAP_KEY', 'SEARCH_KEY']);
});

test('a field is, and what a method or a function keeps by itself is not', () => {
  expect(
    spared(`import os
from pydantic import BaseModel, Field

class Bucket(BaseModel):
    key: str | None = Field(default_factory=lambda: os.getenv("BUCKET_KEY"))
    name: str = Field(default_factory=lambda: os.getenv("BUCKET_NAME"))

    def region(self) -> str | None:
        return os.getenv("BUCKET_REGION")

def made():
    key: str | None = os.getenv("MADE_KEY")
    return key
`),
  ).toEqual(['BUCKET_KEY']);
});
