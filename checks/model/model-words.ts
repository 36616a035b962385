// What must stand in a text that asks a language model: the words of every check that looks at such calls.

export const modelWords = [
  'openai',
  'anthropic',
  'completion',
  'llm',
  'generatetext',
  'streamtext',
  'generateobject',
  'generatecontent',
  'generate_content',
  'langchain',
  'llama',
  'max_tokens',
  'mistral',
  'cohere',
  'groq',
  'gemini',
  'ollama',
  'bedrock',
] as const;
