// A library: whoever uses it decides about origins.
import cors from 'cors';

export const open = () => cors({ origin: '*' });
