// forbidden: leads-nowhere — what resolves to nothing escapes every other rule
import './nowhere';
