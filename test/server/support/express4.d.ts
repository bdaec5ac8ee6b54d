/** Version 4 beside version 5, by an alias of npm. Its types are those of 5, as far as the tests go. */
declare module 'express4' {
  import express from 'express';
  export default express;
}
