// forbidden: disclosure-sees-too-much — the document model does not know its formats
export { place } from '@juesuan/documents';
